package jp.fudamori.account;

import jp.fudamori.institution.InstitutionCode;

/** An institution has an account that somebody can log in with, for the first time or again. */
public record AccountOpened(AccountId account, InstitutionCode institution) {}
