package cn.gongshu.cities.luan.synthetic;

import java.time.LocalDate;

/**
 * One visit of a patient.
 *
 * @param number its place among the patient's visits, from 0
 */
record Visit(int number, LocalDate date, boolean emergency, String hospital, DiseaseGroup group, String diagnosis) {}
