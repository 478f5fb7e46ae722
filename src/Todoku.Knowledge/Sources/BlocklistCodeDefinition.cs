using Todoku.Knowledge.Blocklists;
using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>A return code as written.</summary>
internal sealed record BlocklistCodeDefinition(
    ReturnCodePattern Pattern, ListingKind Kind, string Name, string English, string Japanese, IReadOnlyList<SourceNode.Text> Steps);
