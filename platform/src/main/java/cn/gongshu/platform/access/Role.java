package cn.gongshu.platform.access;

/** The actors of the regulation (A1 … A12) and the three separated administrators (I08). */
public enum Role {
    /** A1 市数管局, the implementing agency. */
    AGENCY,
    /** A2 data provider. */
    PROVIDER,
    /** A3 operator. */
    OPERATOR,
    /** A4 partner or other developer. */
    PARTNER,
    /** A5 price authority 市发改委. */
    PRICE_AUTHORITY,
    /** A6 market supervision 市市场监管局. */
    MARKET_SUPERVISION,
    /** A7 finance bureau 市财政局. */
    FINANCE,
    /** A8 cyberspace administration 市委网信办. */
    CYBERSPACE,
    /** A8 police 市公安局. */
    POLICE,
    /** A9 industry department. */
    INDUSTRY_DEPARTMENT,
    /** A10 city government. */
    CITY_GOVERNMENT,
    /** A10 provincial data bureau. */
    PROVINCE,
    /** A11 consumer. */
    CONSUMER,
    /** A12 data subject: a person, or the representative of a firm. */
    DATA_SUBJECT,
    /** System administrator: accounts and configuration, no data. */
    SYSTEM_ADMINISTRATOR,
    /** Security administrator: grants and keys, no data. */
    SECURITY_ADMINISTRATOR,
    /** Audit administrator: reads logs, changes nothing. */
    AUDIT_ADMINISTRATOR;

    /** Whether it is one of the three administrators, who are kept apart from one another and from all business. */
    public boolean administrator() {
        return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
    }
}
