namespace Todoku.Knowledge;

/// <summary>A receiving provider: whose servers take the mail, whatever the recipient's domain.</summary>
/// <param name="Id">Its identifier (<c>google</c>); for an unknown provider the organisational domain of its relay host, or the recipient domain.</param>
/// <param name="IsKnown">Whether knowledge has a file for it.</param>
/// <param name="NameEnglish">Its name for people, in English.</param>
/// <param name="NameJapanese">Its name for people, in Japanese.</param>
public sealed record Provider(string Id, bool IsKnown, string NameEnglish, string NameJapanese)
{
    /// <summary>How much it says it takes at a time; null when it says nothing, or has no file.</summary>
    public ProviderLimits? Limits { get; init; }

    /// <summary>The name in <paramref name="language"/>.</summary>
    public string Name(Language language) => language == Language.Japanese ? NameJapanese : NameEnglish;
}
