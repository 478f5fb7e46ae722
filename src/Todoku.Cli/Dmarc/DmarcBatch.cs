using System.Text;
using System.Text.Json;
using Todoku.Authentication.Dmarc;
using Todoku.Cli.Batch;
using Todoku.Cli.Dns;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Dmarc;

/// <summary>
/// <c>dmarc --batch</c>: each line has <c>from</c> or <c>from_header</c>, and <c>spf</c> and <c>dkim</c> as objects with <c>domain</c> and
/// <c>result</c>; or <c>domain</c> alone, whose organisational domain is wanted.
/// </summary>
internal sealed class DmarcBatch(DnsAccess dns, DmarcStandard standard)
{
    /// <summary>Answers one line.</summary>
    public async ValueTask AnswerAsync(JsonLineRequest request, Utf8JsonWriter json)
    {
        var run = dns.Begin();
        if (request.Text("domain") is { } text)
        {
            var domain = DomainName.TryParse(text, out var name) ? name : throw new JsonLineException("\"domain\" is no domain name");
            var organization = await DmarcEvaluators.FinderFor(standard, run.Resolver).FindAsync(domain, CancellationToken.None);
            OrganizationJson.Write(json, text, organization);
        }
        else
        {
            var result = await DmarcEvaluators.For(standard, run.Resolver).EvaluateAsync(Author(request), Identifiers(request), CancellationToken.None);
            DmarcJson.Write(json, result);
        }
        run.WriteTrace(json);
    }

    private static AuthorDomain Author(JsonLineRequest request) => request.Text("from") is { } from
        ? FromArgument.Parse(from)
        : AuthorDomain.Of(Encoding.UTF8.GetBytes(request.Text("from_header") ?? throw new JsonLineException("\"from\" or \"from_header\" is missing")));

    private static List<AuthenticatedIdentifier> Identifiers(JsonLineRequest request)
    {
        var identifiers = request.Objects("dkim").Select(item => Identifier(AuthenticationMechanism.Dkim, item)).ToList();
        if (request.Object("spf") is { } spf) identifiers.Insert(0, Identifier(AuthenticationMechanism.Spf, spf));
        return identifiers;
    }

    private static AuthenticatedIdentifier Identifier(AuthenticationMechanism mechanism, JsonLineRequest item) =>
        new(mechanism, item.Text("domain") ?? "", item.RequiredText("result"));
}
