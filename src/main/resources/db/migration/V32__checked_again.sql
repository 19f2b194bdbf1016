-- A person's side that was looked at again after a long wait, and the opinion about it, as they were before.
create table person_side_before (
    like person_side,
    foreign key (placement_id) references placement (id) on delete cascade
);
create index person_side_before_placement on person_side_before (placement_id);

create table second_opinion_before (
    like second_opinion,
    foreign key (placement_id) references placement (id) on delete cascade
);
create index second_opinion_before_placement on second_opinion_before (placement_id);
