package jp.fudamori.application;

import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;

/**
 * What the applicant stands for and wrote; unchanged from submission to archive.
 *
 * @param contactName 担当部署/担当者名, to whom the letter is addressed; 1 to 40 characters
 * @param terminalName 端末名称等, free text of the applicant; 1 to 40 characters, never part of a certificate's name
 */
public record Particulars(InstitutionCode institution, AccountId applicant, String contactName, String terminalName) {}
