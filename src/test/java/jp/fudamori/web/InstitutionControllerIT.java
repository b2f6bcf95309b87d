package jp.fudamori.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jp.fudamori.ServerTest;
import jp.fudamori.demo.SyntheticInstitutions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class InstitutionControllerIT {

    private final MockMvc http;

    InstitutionControllerIT(@Autowired InstitutionController controller) {
        http = MockMvcBuilders.standaloneSetup(controller).build();
    }

    @Test
    void reportsWhatAFileChanged() throws Exception {
        http.perform(csv("/api/institutions", SyntheticInstitutions.csv())).andExpect(status().isOk());
        http.perform(csv("/api/qualifications", SyntheticInstitutions.qualificationsCsv()))
                .andExpect(status().isOk());

        http.perform(csv("/api/institutions", SyntheticInstitutions.csv()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(0))
                .andExpect(jsonPath("$.changed").value(0))
                .andExpect(jsonPath("$.same").value(300))
                .andExpect(jsonPath("$.refused").isEmpty());
    }

    @Test
    void reportsWhyItRefusesAFile() throws Exception {
        http.perform(csv("/api/qualifications", "code,accepted_on,payment_method\n1330,2023-04-03,控除\n"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.refused[0].line").value(2))
                .andExpect(jsonPath("$.refused[0].column").value("医療機関コード"))
                .andExpect(jsonPath("$.refused[0].reason").isNotEmpty());
    }

    @Test
    void takesNothingButCsv() throws Exception {
        http.perform(csv("/api/institutions", "{}").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnsupportedMediaType());
    }

    private static MockHttpServletRequestBuilder csv(String path, String body) {
        return post(path)
                .contentType("text/csv;charset=UTF-8")
                .content(body.getBytes(UTF_8))
                .principal(() -> "operator1");
    }
}
