using Todoku.Authentication.Arc;
using Todoku.Authentication.AuthenticationResults;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Spf;
using Todoku.Mail.Authors;

namespace Todoku.Authentication.Messages;

/// <summary>Says the results of a message as an Authentication-Results field would (RFC 8601; for ARC RFC 8617, section 10.1; for DMARC RFC 9989, section 9.1).</summary>
public static class MessageResults
{
    private const int ShownSignatureLength = 8;

    /// <summary>The field that <see cref="MessageRequest.Receiver"/> would write.</summary>
    public static AuthenticationResultsField Of(MessageAuthentication message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var methods = new List<MethodResult>();
        if (message.Spf is { } spf) methods.Add(Of(spf, message.Request));
        methods.AddRange(message.Dkim.Signatures.Select(Of));
        if (message.Dkim.Signatures.Count == 0) methods.Add(new MethodResult("dkim", "none"));
        methods.Add(Of(message.Dmarc));
        if (message.Arc.Result != ArcResult.None) methods.Add(new MethodResult("arc", ArcWords.Of(message.Arc.Result)));
        return new AuthenticationResultsField(message.Request.Receiver, methods);
    }

    private static MethodResult Of(SpfResult spf, MessageRequest request) => new("spf", spf.Verdict.ToWord())
    {
        Properties =
        [
            spf.Identity == SpfIdentity.MailFrom
                ? new ResultProperty("smtp", "mailfrom", request.Sender.Trim().Trim('<', '>'))
                : new ResultProperty("smtp", "helo", request.Helo),
        ],
    };

    private static MethodResult Of(SignatureCheck check)
    {
        var properties = new List<ResultProperty>();
        if (!check.Signature.Domain.IsRoot) properties.Add(new ResultProperty("header", "d", check.Signature.Domain.ToString()));
        if (check.Signature.Selector.Length > 0) properties.Add(new ResultProperty("header", "s", check.Signature.Selector));
        // The first characters tell signatures of one domain apart (RFC 6008).
        if (Convert.ToBase64String(check.Signature.Signature) is { Length: >= ShownSignatureLength } signature)
            properties.Add(new ResultProperty("header", "b", signature[..ShownSignatureLength]));
        return new MethodResult("dkim", DkimResults.Word(DkimResults.Of(check.Reason))) { Properties = properties };
    }

    private static MethodResult Of(DmarcResult dmarc)
    {
        var properties = new List<ResultProperty>();
        if (dmarc.Author is AuthorDomain.One { Domain: var domain }) properties.Add(new ResultProperty("header", "from", domain.ToString()));
        if (dmarc.Policy is { } policy) properties.Add(new ResultProperty("policy", "dmarc", policy.Applied.Word));
        return new MethodResult("dmarc", dmarc.Verdict.Word) { Properties = properties };
    }
}
