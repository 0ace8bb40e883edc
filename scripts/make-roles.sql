-- The three roles of Candour and its database, as docs/operating.md makes them; run by psql, which takes the passwords from
-- the environment. compose.yaml has PostgreSQL's image run it once, on an empty volume.
\set ON_ERROR_STOP on
\getenv owner_password CANDOUR_OWNER_PASSWORD
\getenv app_password CANDOUR_APP_PASSWORD
\getenv sign_in_password CANDOUR_SIGN_IN_PASSWORD
create role candour_owner login password :'owner_password';
create role candour_app login connection limit 70 password :'app_password';
create role candour_signin login connection limit 15 password :'sign_in_password';
create database candour owner candour_owner encoding 'UTF8' template template0;
revoke connect, temporary on database postgres, template1 from public;
