using Todoku.Dns.Zones;

namespace Todoku.Sandbox.Texts;

internal sealed class EnglishScenarioTexts : ScenarioTexts
{
    public override string NoFile => "there is no such file: write one with todoku sandbox init";

    public override string TooLarge => "the file is larger than 4 MB: name the right one";

    public override string NoProvider => "there is no [[provider]]: write one with profile = \"google\", host = \"mx.google.com\", address = \"127.0.2.1\" and domains = [\"gmail.com\"]";

    public override string EventTime => "an [[event]] needs one of at = \"10:02\" and after = \"2m\"";

    public override string ZoneContent => "a [[zone]] needs one of records = \"\"\"...\"\"\" and file = \"example.zone\"";

    public override string EventTarget => "do = \"reputation\" needs one of address = \"192.0.2.10\" and domain = \"example.com\"";

    public override string CertificateWithoutTls => "a certificate is of no use with tls = false: take one of them out";

    public override string SaidByResolver(string what) => $"[dns] names a resolver, and what DNS says comes from there alone: take {what} out, or take resolver out and let the sandbox have a DNS of its own";

    public override string BadCertificate(string reason) => $"no certificate and private key can be read from these PEM files: {reason}";

    public override string NotToml(string detail) => $"this is not TOML: {detail}";

    public override string Unreadable(string reason) => $"the file can't be read: {reason}";

    public override string Missing(string table, string key, string example) => $"{table} has no '{key}': write {key} = {example}";

    public override string WrongKind(string key, string example) => $"'{key}' holds another kind of value: write {key} = {example}";

    public override string UnknownKey(string table, string key, string? near, string known) => $"{table} takes no '{key}': {(near is null ? $"write one of {known}" : $"did you mean '{near}'?")}";

    public override string NoTables(string key) => $"'{key}' must be written as [[{key}]] tables";

    public override string BadValue(string key, string value, string example) => $"'{key}' is \"{value}\": write one such as {example}";

    public override string OutOfRange(string key, long value, long low, long high) => $"'{key}' is {value}: write {low} to {high}";

    public override string UnknownWord(string key, string value, string? near, string known) => $"'{key}' is \"{value}\": {(near is null ? $"write one of {known}" : $"did you mean \"{near}\"?")}";

    public override string Twice(string what, string value, int line) => $"{what} {value} stands already at line {line}: take one out";

    public override string Unknown(string what, string value, string known) => $"there is no {what} {value} in this file: write one of {(known.Length == 0 ? "those that it has (it has none)" : known)}";

    public override string Zone(ZoneFileException wrong)
    {
        var what = wrong.Problem switch
        {
            ZoneProblem.UnclosedQuote => "a quote is not closed",
            ZoneProblem.UnclosedParenthesis => "a parenthesis is not closed",
            ZoneProblem.StrayParenthesis => "a parenthesis is closed that was not opened",
            ZoneProblem.NoOwner => "the line begins with a blank, and there is no record above whose name it could have",
            ZoneProblem.BadName => "this is no domain name",
            ZoneProblem.BadTime => "this is no time",
            ZoneProblem.NoType => "there is no type of record here",
            ZoneProblem.BadContent => "the record does not say what its type wants",
            ZoneProblem.LongString => "a string of a record has 255 octets at most",
            ZoneProblem.UnknownDirective => "this directive is not read",
            ZoneProblem.AliasBesideOthers => "a CNAME must be alone at its name",
            _ => "the zone is too large",
        };
        return $"{what}: {wrong.Text}{(wrong.Example.Length > 0 ? $"; write it as {wrong.Example}" : "")}";
    }
}
