-- How a row becomes another one. Every function gives the same answer for the same row and number, so that what belongs
-- together stays together without a table of who became whom.
create schema benchmark;

-- Fresh references, valid ones with their check character, made by the application's own code.
create table benchmark.reference (known text, number integer, fresh text not null unique, primary key (known, number));

-- Another id: its end is mixed with the number, so that two never become one; the time in front stays, so that rows keep
-- their order. It runs for every id of every row: no more work than this.
create function benchmark.other(id uuid, number integer) returns uuid language sql immutable as $$
    select (left(id::text, 24)
            || lpad(to_hex(('x' || right(id::text, 12))::bit(48)::bigint # number * 2654435769::bigint), 12, '0'))::uuid
$$;

-- An id or a reference that stands at the end of a text: team-<uuid>, Talk with the person · CG-7F3K-2Q.
create function benchmark.told(words text, number integer) returns text language sql stable as $$
    select case
        when right(words, 36) ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
            then left(words, -36) || benchmark.other(right(words, 36)::uuid, $2)
        when right(words, 10) ~ '^CG-[0-9A-Z]{4}-[0-9A-Z]{2}$'
            then left(words, -10) || (select fresh from benchmark.reference r where r.known = right(words, 10) and r.number = $2)
        else words end
$$;

-- Times: what has been was some days earlier, what is to come is as much later, so that nothing becomes due by copying.
create function benchmark.days(number integer) returns interval language sql immutable as $$
    select make_interval(days => number % 20)
$$;
create function benchmark.moved(moment timestamptz, number integer, now timestamptz) returns timestamptz language sql immutable as $$
    select case when moment <= now then moment - benchmark.days(number) else moment + benchmark.days(number) end
$$;
create function benchmark.moved(moment timestamp, number integer, now timestamptz) returns timestamp language sql immutable as $$
    select case when moment <= now at time zone 'UTC' then moment - benchmark.days(number) else moment + benchmark.days(number) end
$$;
create function benchmark.moved(day date, number integer, now timestamptz) returns date language sql immutable as $$
    select case when day <= (now at time zone 'UTC')::date then day - number % 20 else day + number % 20 end
$$;
