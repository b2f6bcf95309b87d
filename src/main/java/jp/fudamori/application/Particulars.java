package jp.fudamori.application;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;

/**
 * What the applicant stands for and wrote; unchanged from submission to archive.
 *
 * @param contactName 担当部署/担当者名, to whom the letter is addressed; 1 to 40 characters
 * @param terminalNames 端末名称等, 1 to 50 different ones, each free text of 1 to 40 characters, never part of a
 *     certificate's name; the first is that of line 1
 */
public record Particulars(
        InstitutionCode institution, AccountId applicant, String contactName, List<String> terminalNames) {

    public Particulars {
        terminalNames = List.copyOf(terminalNames);
        if (terminalNames.isEmpty() || terminalNames.size() > LineNumber.MOST) {
            throw new IllegalArgumentException("1 to " + LineNumber.MOST + " terminals, not " + terminalNames.size());
        }
    }

    /** @throws IndexOutOfBoundsException if the application has no such line */
    public String terminalName(LineNumber line) {
        return terminalNames.get(line.position() - 1);
    }
}
