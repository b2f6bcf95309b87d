-- what nobody has fetched, by its last day; a small part of the table
create index certificate_download_unfetched on certificate_download (download_until, application_number)
 where downloads = 0 and pkcs12 is not null;
