using Todoku.Authentication.Arc;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Authentication.Messages;

/// <summary>Evaluates SPF, DKIM, ARC and DMARC for messages, as a receiver does. One serves many messages, several at once.</summary>
/// <param name="time">The clock.</param>
public sealed class MessageAuthenticator(TimeProvider time)
{
    private readonly SpfEvaluator _spf = new(time);
    private readonly KeyCache _keys = new();

    /// <summary>Evaluates DMARC by RFC 7489 with this list; by RFC 9989 without one.</summary>
    public PublicSuffixList? Suffixes { get; init; }

    /// <summary>Evaluates. Whatever the message holds, there is a result.</summary>
    /// <param name="request">The message, and how it came.</param>
    /// <param name="resolver">Whom to ask.</param>
    /// <param name="now">The time that signatures must not have expired at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<MessageAuthentication> EvaluateAsync(
        MessageRequest request, IDnsResolver resolver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(resolver);
        var keys = new KeyStore(resolver, _keys);
        // They wait for different answers of DNS; DMARC needs the first two.
        var spf = EvaluateSpfAsync(request, resolver, cancellationToken);
        var dkim = new DkimVerifier(keys).VerifyAsync(request.Message, now, cancellationToken).AsTask();
        var arc = new ArcVerifier(keys).VerifyAsync(request.Message, now, cancellationToken).AsTask();
        await Task.WhenAll(spf, dkim, arc);
        var evaluator = Suffixes is null ? new DmarcEvaluator(resolver) : new DmarcEvaluator(resolver, Suffixes);
        var dmarc = await evaluator.EvaluateAsync(AuthorDomain.OfMessage(request.Message), Identifiers(await spf, await dkim), cancellationToken);
        return new MessageAuthentication(request, await spf, await dkim, dmarc, await arc);
    }

    private async Task<SpfResult?> EvaluateSpfAsync(MessageRequest request, IDnsResolver resolver, CancellationToken cancellationToken)
    {
        if (request.Ip is not { } ip) return null;
        var check = new SpfRequest { Ip = ip, Sender = request.Sender, Helo = request.Helo, Receiver = request.Receiver, WithSteps = request.WithSteps };
        return await _spf.EvaluateAsync(check, resolver, cancellationToken);
    }

    // The domain of the return path, which for the null sender is the HELO name (RFC 9989, section 3.2.4), and each d=.
    private static List<AuthenticatedIdentifier> Identifiers(SpfResult? spf, DkimVerification dkim)
    {
        var identifiers = new List<AuthenticatedIdentifier>();
        if (spf is not null) identifiers.Add(new AuthenticatedIdentifier(AuthenticationMechanism.Spf, spf.Domain, spf.Verdict.ToWord()));
        foreach (var check in dkim.Signatures)
        {
            var domain = check.Signature.Domain.IsRoot ? "" : check.Signature.Domain.ToString();
            identifiers.Add(new AuthenticatedIdentifier(AuthenticationMechanism.Dkim, domain, DkimResults.Word(DkimResults.Of(check.Reason))));
        }
        return identifiers;
    }
}
