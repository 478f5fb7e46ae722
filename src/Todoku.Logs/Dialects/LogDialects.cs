using Todoku.Logs.Exim;
using Todoku.Logs.Postfix;
using Todoku.Logs.Signing;
using Todoku.Logs.TodokuRelay;

namespace Todoku.Logs.Dialects;

/// <summary>All dialects, in the order in which they are asked whether a program is theirs. A new one is a folder and a line here.</summary>
internal static class LogDialects
{
    /// <summary>The dialects.</summary>
    public static IReadOnlyList<ILogDialect> All { get; } =
    [
        new TodokuRelayDialect(),
        new PostfixDialect(),
        new EximDialect(),
        new OpenDkimDialect(),
        new RspamdDialect(),
        new AmavisDialect(),
        new NeighbourDialect(),
    ];
}
