-- the point table is the third digit of the code and has no column of its own
create table institution (
    code           text primary key check (code ~ '^(0[1-9]|[1-3][0-9]|4[0-7])[1346][0-9]{7}$'),
    name           text not null check (char_length(name) between 1 and 100),
    classification text not null check (classification in ('1', '2', '3', '4')),
    postal_code    text not null check (postal_code ~ '^[0-9]{3}-[0-9]{4}$'),
    address        text not null check (char_length(address) between 1 and 200),
    phone          text not null check (phone ~ '^0[0-9-]{8,11}[0-9]$'),
    registered_on  date not null
);
comment on table institution is '保険医療機関等の登録簿';
comment on column institution.code is '医療機関コード（都道府県2桁・点数表1桁・郡市区2桁・機関4桁・検証番号1桁）';
comment on column institution.classification is '分類';
comment on column institution.registered_on is '登録日';

create table qualification (
    institution_code text primary key references institution (code),
    accepted_on      date not null,
    payment_method   text not null check (payment_method in ('DEDUCTION', 'INVOICE')) -- 控除, 払込
);
comment on table qualification is 'オンライン資格確認の利用申請';
comment on column qualification.accepted_on is '受付日';
comment on column qualification.payment_method is '手数料の支払方法';
