namespace Todoku.Knowledge.Images;

/// <summary>A rule. Lists lie one after the other from <see cref="Lists"/>: how many groups, the groups (the one that makes
/// the rule a candidate first), none, codes, enhanced codes, captures; each is a count and its items.</summary>
/// <param name="Id">Its id among the strings.</param>
/// <param name="Article">The article it names among the strings; 0 for that of the cause.</param>
/// <param name="Lists">Where its lists begin.</param>
/// <param name="Provider">The provider it is for; <see cref="AnyProvider"/> for all.</param>
/// <param name="Stages">A bit for each stage wanted; 0 for any.</param>
/// <param name="Cause">The cause it finds.</param>
/// <param name="Local">Whose words it reads.</param>
/// <param name="Blocklist">1 + the blocklist that it stands for; 0 for none.</param>
/// <param name="Persistence">What it says of words without any code.</param>
internal readonly record struct RuleRecord(
    uint Id, uint Article, uint Lists, ushort Provider, ushort Stages, Cause Cause, Locality Local, ushort Blocklist, Persistence Persistence)
{
    /// <summary>Stands for every provider.</summary>
    public const ushort AnyProvider = ushort.MaxValue;
}
