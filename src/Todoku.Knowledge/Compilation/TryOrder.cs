using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>
/// In which order rules are tried. The most telling first:
/// <list type="number">
/// <item>a provider's rule with words and a reply code, enhanced code or stage;</item>
/// <item>a provider's rule with words;</item>
/// <item>a blocklist that the reply names;</item>
/// <item>a general rule with words;</item>
/// <item>an enhanced code alone: the provider's, then general;</item>
/// <item>a reply code or stage alone: the provider's, then general.</item>
/// </list>
/// Rules of the user's own folder with words go before all of ours with words, those without words before ours of the same
/// kind. Within one of these the order of the files and in the file decides.
/// </summary>
internal static class TryOrder
{
    private const int Overlay = 0;
    private const int Ours = 10;

    /// <summary>The place of a rule; smaller is tried earlier.</summary>
    public static int Of(RuleDefinition rule)
    {
        if (rule.HasText)
        {
            var tier = rule.Provider is null ? 4 : rule.HasCode ? 1 : 2;
            return Origin(rule.Place) + tier;
        }
        var alone = rule.Enhanced.Count > 0 ? 20 : 30;
        return alone + (rule.Provider is null ? 2 : 0) + (rule.Place.File.IsOverlay ? 0 : 1);
    }

    /// <summary>The place of a blocklist.</summary>
    public static int Of(BlocklistDefinition list) => Origin(list.Place) + 3;

    private static int Origin(SourcePlace place) => place.File.IsOverlay ? Overlay : Ours;
}
