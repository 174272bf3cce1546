package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;

import java.util.List;
import java.util.stream.Stream;

/** Who plays in Lu'an's demo: organisations, and one account for every role of the regulation. */
final class Cast {

    /** Those that annex 1 does not name; the data providers come from the annex itself. */
    private static final List<Organisation> BESIDE_THE_ANNEX = List.of(
            new Organisation("bureau", "六安市数据资源管理局", "Lu'an City Data Bureau"),
            new Organisation("operator", "皋城数据运营（演示）有限公司", "Gaocheng Data Operation (demo)"),
            new Organisation("partner-a", "智汇数科（演示）有限公司", "Zhihui Data Technology (demo)"),
            new Organisation("agency", "皖西就业服务中心（演示）", "Wanxi Employment Service (demo)"),
            new Organisation("bank", "大别山农商银行（演示）", "Dabieshan Rural Commercial Bank (demo)"),
            new Organisation("health", "市卫健委疾控处（演示）", "Health Commission, disease control (demo)"),
            new Organisation("finance", "市财政局", "Finance Bureau"),
            new Organisation("cyberspace", "市委网信办", "Cyberspace Administration"),
            new Organisation("industry", "市经信局", "Industry department"),
            new Organisation("government", "六安市人民政府", "City Government"),
            new Organisation("province", "安徽省数据资源局", "Anhui Data Bureau"),
            new Organisation("citizens", "市民（演示）", "Citizens (demo)"),
            new Organisation("keepers", "系统运维（演示）", "Keepers of the installation (demo)"));

    static final List<Organisation> ORGANISATIONS = Stream.concat(
                    BESIDE_THE_ANNEX.stream(),
                    AnnexOne.load().providers().stream()
                            .map(provider -> new Organisation(
                                    provider.id().value(),
                                    provider.name().zh(),
                                    provider.name().en())))
            .toList();

    static final List<Account> ACCOUNTS = List.of(
            new Account("bureau-zhou", "周明远", "bureau", "AGENCY"),
            new Account("bureau-lin", "林晓", "bureau", "AGENCY"),
            new Account("operator-xu", "徐行", "operator", "OPERATOR"),
            new Account("operator-gu", "顾言", "operator", "OPERATOR"),
            new Account("partner-he", "何川", "partner-a", "PARTNER"),
            new Account("partner-song", "宋词", "partner-a", "PARTNER"),
            new Account("provider-chen", "陈立", "human-resources", "PROVIDER"),
            new Account("provider-wei", "魏然", "health-commission", "PROVIDER"),
            new Account("agency-tang", "唐宁", "agency", "CONSUMER"),
            new Account("bank-jiang", "江月", "bank", "CONSUMER"),
            new Account("health-luo", "罗青", "health", "CONSUMER"),
            new Account("price-feng", "冯原", "drc", "PRICE_AUTHORITY"),
            new Account("market-yao", "姚正", "market-regulation", "MARKET_SUPERVISION"),
            new Account("finance-du", "杜衡", "finance", "FINANCE"),
            new Account("cyberspace-shi", "石磊", "cyberspace", "CYBERSPACE"),
            new Account("police-lei", "雷鸣", "public-security", "POLICE"),
            new Account("industry-bai", "白露", "industry", "INDUSTRY_DEPARTMENT"),
            new Account("government-qin", "秦岳", "government", "CITY_GOVERNMENT"),
            new Account("province-an", "安宁", "province", "PROVINCE"),
            new Account("security-ke", "柯守", "keepers", "SECURITY_ADMINISTRATOR"),
            new Account("audit-ming", "明鉴", "keepers", "AUDIT_ADMINISTRATOR"));

    /** The first administrator, made with the set-up code. */
    static final Account ADMINISTRATOR = new Account("system-wen", "温故", "keepers", "SYSTEM_ADMINISTRATOR");

    private Cast() {}

    static List<Account> everyone() {
        return Stream.concat(Stream.of(ADMINISTRATOR), ACCOUNTS.stream()).toList();
    }

    record Organisation(String id, String name, String nameEn) {}

    record Account(String user, String display, String organisation, String role) {}
}
