package cn.gongshu.cities.luan.demo;

import java.time.LocalDate;

/** The document a link is entered from. */
public record DemoPaper(String title, String number, LocalDate date) {}
