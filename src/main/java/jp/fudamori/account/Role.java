package jp.fudamori.account;

import java.util.Arrays;

/** What an account may do; each role is a group of the engine. */
public enum Role {
    CLINIC("clinic", "医療機関"),
    REVIEWER("reviewer", "審査担当"),
    SUPERVISOR("supervisor", "審査責任者"),
    DISPATCH("dispatch", "発送担当"),
    CALL_CENTRE("call-centre", "コールセンター担当"),
    OPERATOR("operator", "運用担当"),
    ANALYST("analyst", "業務分析担当"),
    /** The engine's own name for those who may do everything; two people at most. */
    ADMINISTRATOR("camunda-admin", "システム管理者");

    private final String group;
    private final String japanese;

    Role(String group, String japanese) {
        this.group = group;
        this.japanese = japanese;
    }

    /** @throws IllegalArgumentException if the engine has no such group */
    public static Role ofGroup(String group) {
        return Arrays.stream(values())
                .filter(role -> role.group.equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a role: " + group));
    }

    /** Id of the engine's group. */
    public String group() {
        return group;
    }

    public String japanese() {
        return japanese;
    }
}
