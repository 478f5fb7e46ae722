using System.Net;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Network;

/// <summary>
/// Asks recursive resolvers over the network: one after the other, twice each, within one time for all. One that says that it can't or
/// won't is not asked again; another one is. One that never said anything readable comes last, and is given less time: a dead resolver must not
/// cost its full time with every question of a run. Keeps no answers (see <see cref="Caching.CachingResolver"/>).
/// </summary>
public sealed class NetworkResolver : IDnsResolver
{
    private const int Rounds = 2;
    private const int SilentShare = 10;

    private readonly DnsServer[] _servers;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    /// <summary>Makes it.</summary>
    /// <param name="servers">Whom to ask, in this order.</param>
    /// <param name="timeout">How long one question may take in all.</param>
    /// <param name="time">The clock.</param>
    public NetworkResolver(IReadOnlyList<IPEndPoint> servers, TimeSpan timeout, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(servers);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        _servers = [.. servers.Select(server => new DnsServer(server))];
        _timeout = timeout;
        _time = time;
    }

    /// <summary>How long one question takes at most when nothing else is said.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_servers.Length == 0) return new DnsAnswer.Failed(DnsFailure.Unreachable, "");
        using var all = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(all.Token, cancellationToken);
        var chain = new AliasChain(new DnsQuestion(name, type));
        while (true)
        {
            var (response, outcome) = await AskServersAsync(chain.Next, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            if (response is null) return outcome;
            if (chain.Take(response, outcome.Server) is { } answer) return answer;
        }
    }

    // The failure names the server that was asked last, or that answered.
    private async Task<(DnsResponse? Response, DnsAnswer.Failed Outcome)> AskServersAsync(DnsQuestion question, CancellationToken ct)
    {
        DnsServer[] servers = [.. _servers.OrderBy(server => server.IsSilent)];
        var worst = new DnsAnswer.Failed(DnsFailure.Unreachable, servers[0].Name);
        var isDone = new bool[servers.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < servers.Length; i++)
            {
                if (isDone[i]) continue;
                var wasSilent = servers[i].IsSilent;
                var reply = await AskOnceAsync(servers[i], question, ct);
                var outcome = new DnsAnswer.Failed(FailureOf(reply), servers[i].Name);
                if (reply.Response is { Code: ResponseCode.NoError or ResponseCode.NameError }) return (reply.Response, outcome);
                isDone[i] = wasSilent || outcome.Failure != DnsFailure.TimedOut;
                if (Weight(outcome.Failure) >= Weight(worst.Failure)) worst = outcome;
                if (ct.IsCancellationRequested) return (null, worst);
            }
        }
        return (null, worst);
    }

    private async Task<ServerReply> AskOnceAsync(DnsServer server, DnsQuestion question, CancellationToken ct)
    {
        using var once = new CancellationTokenSource(_timeout / ((server.IsSilent ? SilentShare : Rounds) * _servers.Length), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(once.Token, ct);
        try
        {
            var reply = await server.AskAsync(question, either.Token);
            if (reply.Response is not null) server.Spoke();
            else if (reply.Failure == DnsFailure.Malformed) server.SaidNothing();
            return reply;
        }
        catch (OperationCanceledException)
        {
            // Broken off by the user, it says nothing of the server.
            if (once.IsCancellationRequested) server.SaidNothing();
            return ServerReply.Of(DnsFailure.TimedOut);
        }
    }

    private static DnsFailure FailureOf(ServerReply reply) => reply.Response?.Code switch
    {
        null => reply.Failure,
        ResponseCode.ServerFailure => DnsFailure.ServerFailure,
        ResponseCode.Refused => DnsFailure.Refused,
        _ => DnsFailure.Other,
    };

    // Of several failures, the one that says most.
    private static int Weight(DnsFailure failure) => failure switch
    {
        DnsFailure.ServerFailure => 5,
        DnsFailure.Other => 4,
        DnsFailure.Refused => 3,
        DnsFailure.Malformed => 2,
        DnsFailure.TimedOut => 1,
        _ => 0,
    };
}
