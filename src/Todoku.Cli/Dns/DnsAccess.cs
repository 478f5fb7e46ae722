using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Dns;
using Todoku.Dns.Tracing;

namespace Todoku.Cli.Dns;

/// <summary>What a verb asks DNS with. One for the whole run, so that answers are kept between the lines of a batch.</summary>
internal sealed class DnsAccess(IDnsResolver resolver, bool isTraced, CliConsole console, CliTexts texts)
{
    private readonly DnsRun _untraced = new(resolver, null, texts);

    /// <summary>Begins one evaluation, whose questions are a trace of their own when <c>--trace</c> asks for it.</summary>
    public DnsRun Begin()
    {
        if (!isTraced) return _untraced;
        var trace = new TracingResolver(resolver, console.Time);
        return new DnsRun(trace, trace, texts);
    }
}
