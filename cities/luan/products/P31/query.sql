-- Patients and visits by district of residence, disease group and month. The floor over distinct patients, the leaving
-- out of opt-outs and the count of hidden groups are attached by the governed door, never written here.
SELECT p.district_code AS district_code,
       v.disease_group AS disease_group,
       v.visit_month AS visit_month,
       COUNT(DISTINCT v.patient_id) AS patients,
       COUNT(*) AS visits
FROM C13_04 v
JOIN C13_01 p ON v.patient_id = p.patient_id
GROUP BY p.district_code, v.disease_group, v.visit_month
