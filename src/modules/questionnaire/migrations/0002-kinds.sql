-- Which kinds of surveys there are stands in one table of the product (core/content-schema/survey-type).
alter table questionnaire drop constraint questionnaire_type_check;
