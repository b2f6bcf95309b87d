-- ca_published_list and ca_list_part (V109) took its place; nothing has read or written it since
drop table ca_revocation_list;
drop function refuse_lower_number();
