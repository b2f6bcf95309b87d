package jp.fudamori.web.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import jp.fudamori.web.upload.Upload.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** ファイルの取込み: what the REST doors for CSV files do, for people; each sees the files of their role. */
@Page
@RequestMapping("/uploads")
class UploadPages {

    private final Uploads uploads;

    UploadPages(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping
    String list(LoggedIn caller, Model page) {
        var own = uploads.of(caller.account());
        if (own.isEmpty()) {
            throw new NoSuchPage();
        }
        page.addAttribute("uploads", own);
        return "upload/list";
    }

    @GetMapping("/{key}")
    ModelAndView form(@PathVariable String key, LoggedIn caller) {
        return page(upload(key, caller));
    }

    /** What was taken in stands on the next page; what was not, beside the form. */
    @PostMapping("/{key}")
    ModelAndView take(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            LoggedIn caller,
            RedirectAttributes next) {
        var upload = upload(key, caller);
        if (file == null || file.isEmpty()) {
            return again(upload, "ファイルを選んでください。");
        }
        var outcome = take(upload, file, caller);
        if (!outcome.accepted()) {
            return again(upload, "取り込めない行があります。1行も取り込んでいません。").addObject("rows", outcome.rows());
        }
        next.addFlashAttribute("counts", outcome.counts());
        return new ModelAndView("redirect:/uploads/" + upload.key());
    }

    private static Outcome take(Upload upload, MultipartFile file, LoggedIn caller) {
        try (var csv = file.getInputStream()) {
            return upload.door().take(csv, caller.account().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload upload(String key, LoggedIn caller) {
        return uploads.find(key, caller.account()).orElseThrow(NoSuchPage::new);
    }

    private static ModelAndView again(Upload upload, String error) {
        var page = page(upload);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("errors", Map.of("file", error));
    }

    private static ModelAndView page(Upload upload) {
        return new ModelAndView("upload/form", "upload", upload);
    }
}
