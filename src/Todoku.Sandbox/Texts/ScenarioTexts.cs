using Todoku.Dns.Zones;
using Todoku.Knowledge;

namespace Todoku.Sandbox.Texts;

/// <summary>What is said about a scenario file that has mistakes: what stands there, and what to write instead.</summary>
public abstract class ScenarioTexts
{
    /// <summary>The texts of a language.</summary>
    public static ScenarioTexts Of(Language language) => language == Language.Japanese ? new JapaneseScenarioTexts() : new EnglishScenarioTexts();

    public abstract string NoFile { get; }

    public abstract string TooLarge { get; }

    public abstract string NoProvider { get; }

    public abstract string EventTime { get; }

    public abstract string ZoneContent { get; }

    public abstract string EventTarget { get; }

    public abstract string CertificateWithoutTls { get; }

    public abstract string SaidByResolver(string what);

    public abstract string BadCertificate(string reason);

    public abstract string NotToml(string detail);

    public abstract string Unreadable(string reason);

    public abstract string Missing(string table, string key, string example);

    public abstract string WrongKind(string key, string example);

    public abstract string UnknownKey(string table, string key, string? near, string known);

    public abstract string NoTables(string key);

    public abstract string BadValue(string key, string value, string example);

    public abstract string OutOfRange(string key, long value, long low, long high);

    public abstract string UnknownWord(string key, string value, string? near, string known);

    public abstract string Twice(string what, string value, int line);

    public abstract string Unknown(string what, string value, string known);

    public abstract string Zone(ZoneFileException wrong);
}
