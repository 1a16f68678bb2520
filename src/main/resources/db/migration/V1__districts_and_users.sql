-- Districts are dated, because the city merges them: an old round keeps the districts of its year.
create table district (
    slug                text primary key check (slug ~ '^[a-z]+(-[a-z]+)*$'),
    name                text not null unique,
    committee_name      text not null,
    administration_name text not null,
    valid_from          date not null,
    valid_to            date,
    successor           text references district (slug),
    check (valid_to is null or valid_to >= valid_from)
);

-- The fourteen of 2007-2020. Ends and successors are entered by the administrator when a later round needs them.
insert into district (slug, name, committee_name, administration_name, valid_from) values
    ('rinkeby-kista',         'Rinkeby-Kista',         'Rinkeby-Kista stadsdelsnämnd',          'Rinkeby-Kista stadsdelsförvaltning',          '2007-01-01'),
    ('spanga-tensta',         'Spånga-Tensta',         'Spånga-Tensta stadsdelsnämnd',          'Spånga-Tensta stadsdelsförvaltning',          '2007-01-01'),
    ('hasselby-vallingby',    'Hässelby-Vällingby',    'Hässelby-Vällingby stadsdelsnämnd',     'Hässelby-Vällingby stadsdelsförvaltning',     '2007-01-01'),
    ('bromma',                'Bromma',                'Bromma stadsdelsnämnd',                 'Bromma stadsdelsförvaltning',                 '2007-01-01'),
    ('kungsholmen',           'Kungsholmen',           'Kungsholmens stadsdelsnämnd',           'Kungsholmens stadsdelsförvaltning',           '2007-01-01'),
    ('norrmalm',              'Norrmalm',              'Norrmalms stadsdelsnämnd',              'Norrmalms stadsdelsförvaltning',              '2007-01-01'),
    ('ostermalm',             'Östermalm',             'Östermalms stadsdelsnämnd',             'Östermalms stadsdelsförvaltning',             '2007-01-01'),
    ('sodermalm',             'Södermalm',             'Södermalms stadsdelsnämnd',             'Södermalms stadsdelsförvaltning',             '2007-01-01'),
    ('enskede-arsta-vantor',  'Enskede-Årsta-Vantör',  'Enskede-Årsta-Vantörs stadsdelsnämnd',  'Enskede-Årsta-Vantörs stadsdelsförvaltning',  '2007-01-01'),
    ('skarpnack',             'Skarpnäck',             'Skarpnäcks stadsdelsnämnd',             'Skarpnäcks stadsdelsförvaltning',             '2007-01-01'),
    ('farsta',                'Farsta',                'Farsta stadsdelsnämnd',                 'Farsta stadsdelsförvaltning',                 '2007-01-01'),
    ('alvsjo',                'Älvsjö',                'Älvsjö stadsdelsnämnd',                 'Älvsjö stadsdelsförvaltning',                 '2007-01-01'),
    ('hagersten-liljeholmen', 'Hägersten-Liljeholmen', 'Hägersten-Liljeholmens stadsdelsnämnd', 'Hägersten-Liljeholmens stadsdelsförvaltning', '2007-01-01'),
    ('skarholmen',            'Skärholmen',            'Skärholmens stadsdelsnämnd',            'Skärholmens stadsdelsförvaltning',            '2007-01-01');

create table app_user (
    id            bigint generated always as identity primary key,
    username      text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$'),
    password_hash text not null,
    role          text not null check (role in ('district-officer', 'district-director', 'officer', 'director',
                      'controller', 'secretary', 'auditor', 'evaluator', 'administrator')),
    district      text references district (slug),
    title         text not null check (length(title) between 1 and 120),
    active        boolean not null default true,
    -- Made by the demo, with a password that everyone knows: refused wherever the demo isn't on.
    demo          boolean not null default false,
    version       bigint not null default 0,
    -- A district's user without a district would see nothing or, by a mistake elsewhere, everything.
    check ((role in ('district-officer', 'district-director')) = (district is not null))
);
comment on column app_user.title is 'what the person does, never the person''s name';
