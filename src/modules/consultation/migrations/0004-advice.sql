-- The office may ask for advice on its own work: {area, topic}; null for an ordinary question.
alter table consultation add column advice jsonb;
-- The written record of advice that was given by word or mail: {on, by}; null while there is none.
alter table consultation add column advice_record jsonb;
