using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Dns;
using Todoku.Dns.Tracing;

namespace Todoku.Cli.Dns;

/// <summary>What a verb asks DNS with. One for the whole run, so that answers are kept between the lines of a batch.</summary>
internal sealed class DnsAccess
{
    private readonly IDnsResolver _resolver;
    private readonly DnsResolverOptions _options;
    private readonly bool _isTraced;
    private readonly CliConsole _console;
    private readonly CliTexts _texts;
    private readonly DnsRun _untraced;

    public DnsAccess(DnsResolverOptions options, bool isTraced, CliConsole console, CliTexts texts)
    {
        (_options, _isTraced, _console, _texts) = (options, isTraced, console, texts);
        _resolver = DnsResolver.Create(options, console.Time);
        _untraced = new DnsRun(_resolver, null, texts);
    }

    /// <summary>Asks name servers directly, without keeping answers.</summary>
    public INameServers NameServers => new NetworkNameServers(_options.Servers, _console.Time);

    /// <summary>Begins one evaluation, whose questions are a trace of their own when <c>--trace</c> asks for it.</summary>
    public DnsRun Begin()
    {
        if (!_isTraced) return _untraced;
        var trace = new TracingResolver(_resolver, _console.Time);
        return new DnsRun(trace, trace, _texts);
    }

    /// <summary>The same, without the answers that were kept so far.</summary>
    public DnsAccess Renew() => new(_options, _isTraced, _console, _texts);
}
