using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class EnglishSpfStepTexts : SpfStepTexts
{
    public override string Matched => "matches";

    public override string NotMatched => "no match";

    public override string Separator => ", ";

    public override string Followed => "read that domain's record:";

    public override string NoClientName => "the address has no host name that leads back to it";

    public override string LocalPartNotAscii => "the sender's local part is not ASCII, so this can't match";

    public override string Pair(string outcome, string why) => $"{outcome}: {why}";

    public override string Skipped(string terms) => $"not looked at: {terms}";

    public override string More(int count) => $"and {count} more";

    public override string InNetwork(string ip, AddressBlock block) => block.PrefixLength == block.Width ? $"{ip} is this address" : $"{ip} is in {block}";

    public override string NotInNetwork(string ip, AddressBlock block) => block.PrefixLength == block.Width ? $"{ip} is another address" : $"{ip} is not in {block}";

    public override string OtherFamily(bool isForIPv4) => isForIPv4 ? "only for IPv4 addresses" : "only for IPv6 addresses";

    public override string Host(string name, string addresses) => $"{name} has {addresses}";

    public override string NoAddress(string name, bool isIPv4) => $"{name} has no {(isIPv4 ? "IPv4" : "IPv6")} address";

    public override string NoExchanger(string name) => $"{name} has no mail server (MX)";

    public override string Compared(int prefixLength) => $"the first {prefixLength} bits compared";

    public override string Existence(string name, bool exists) => exists ? $"{name} exists" : $"{name} does not exist";

    public override string ClientNames(string names, string target) => $"the address is {names}; it should lie in {target}";

    public override string Verdict(string target, SpfVerdict verdict) => $"{target} says {verdict.ToWord()}";

    public override string MalformedName(string name) => $"\"{name}\" is no domain name";
}
