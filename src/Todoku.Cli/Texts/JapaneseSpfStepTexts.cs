using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseSpfStepTexts : SpfStepTexts
{
    public override string Matched => "一致";

    public override string NotMatched => "不一致";

    public override string Separator => "、";

    public override string Followed => "このドメインのレコードを参照します：";

    public override string NoClientName => "逆引きと正引きが一致するホスト名がありません";

    public override string LocalPartNotAscii => "送信者の @ より前がASCIIではないため、一致しません";

    public override string Pair(string outcome, string why) => $"{outcome}：{why}";

    public override string Skipped(string terms) => $"未評価：{terms}";

    public override string More(int count) => $"ほか{count}件";

    public override string InNetwork(string ip, AddressBlock block) => block.PrefixLength == block.Width ? $"{ip} と同じアドレスです" : $"{ip} は {block} に含まれます";

    public override string NotInNetwork(string ip, AddressBlock block) => block.PrefixLength == block.Width ? $"{ip} とは別のアドレスです" : $"{ip} は {block} に含まれません";

    public override string OtherFamily(bool isForIPv4) => isForIPv4 ? "IPv4アドレスだけが対象です" : "IPv6アドレスだけが対象です";

    public override string Host(string name, string addresses) => $"{name} のアドレスは {addresses}";

    public override string NoAddress(string name, bool isIPv4) => $"{name} には{(isIPv4 ? "IPv4" : "IPv6")}アドレスがありません";

    public override string NoExchanger(string name) => $"{name} にはメールサーバー（MX）がありません";

    public override string Compared(int prefixLength) => $"先頭{prefixLength}ビットを比較";

    public override string Existence(string name, bool exists) => exists ? $"{name} は存在します" : $"{name} は存在しません";

    public override string ClientNames(string names, string target) => $"ホスト名は {names}。{target} に属している必要があります";

    public override string Verdict(string target, SpfVerdict verdict) => $"{target} の判定は {verdict.ToWord()}";

    public override string MalformedName(string name) => $"「{name}」はドメイン名ではありません";
}
