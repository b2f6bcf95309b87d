# The server as an image: docker compose builds it. Needs no secret; those come as files when it runs.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY bpmn bpmn
COPY forms forms
COPY src src
# the tests ran before: ./verify
RUN mvn -B -q -DskipTests -Dspotless.check.skip package \
 && java -Djarmode=tools -jar target/fudamori-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin fudamori
WORKDIR /opt/fudamori
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
EXPOSE 8080 8090 9090
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError -Duser.timezone=Asia/Tokyo"
# the image has no curl: bash opens the connection itself
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
