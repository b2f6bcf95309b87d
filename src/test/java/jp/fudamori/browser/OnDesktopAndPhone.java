package jp.fudamori.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test with a {@link Device} as its parameter: once at a desk, once on a phone. */
@ParameterizedTest
@EnumSource(
        value = Device.class,
        names = {"DESKTOP", "PHONE"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OnDesktopAndPhone {}
