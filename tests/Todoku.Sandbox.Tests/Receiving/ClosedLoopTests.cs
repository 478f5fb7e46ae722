using System.Net;
using System.Text;
using Todoku.Knowledge;
using Todoku.Sandbox.Receiving;
using Todoku.Smtp.Replies;

namespace Todoku.Sandbox.Tests.Receiving;

/// <summary>What the sandbox says is what the knowledge reads: every rule of every profile, with the client's own values in it.</summary>
public sealed class ClosedLoopTests
{
    private static readonly ReplyValues Values = new(IPAddress.Parse("198.51.100.77"), "web1.hosting.example", "www-data@web1.hosting.example", "customer.example", "kunde@recipient.example");

    private static readonly Dictionary<string, (string Host, string Provider)> Servers = new(StringComparer.Ordinal)
    {
        ["google"] = ("gmail-smtp-in.l.google.com", "google"),
        ["microsoft"] = ("outlook-com.olc.protection.outlook.com", "microsoft"),
        ["yahoo"] = ("mta5.am0.yahoodns.net", "yahoo"),
        ["docomo"] = ("mfsmax.docomo.ne.jp", "docomo"),
        ["postfix"] = ("mx.shop.example", "shop.example"),
        ["plain"] = ("mx.shop.example", "shop.example"),
        ["postfix-tls"] = ("mx.shop.example", "shop.example"),
        ["flaky"] = ("mx.shop.example", "shop.example"),
    };

    public static TheoryData<string, int> Rules
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var id in ProfileBook.Ids)
                foreach (var (number, rule) in ProfileBook.Read(id).Rules.Index())
                    if (rule.Says.Length > 0) data.Add(id, number);
            return data;
        }
    }

    [Fact]
    public void There_is_a_server_for_every_profile() => Assert.Equal(Servers.Keys.Order(), ProfileBook.Ids);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_reply_is_read_as_the_rule_that_it_was_made_from(string profile, int number)
    {
        var rule = ProfileBook.Read(profile).Rules[number];
        var reply = new ReplyFiller(TestWorld.Knowledge).Make(rule.Says, rule.Sample, Values);
        var logged = Encoding.ASCII.GetBytes(Logged(reply));

        var reading = TestWorld.Knowledge.Read(logged, new ReadingContext { RelayHost = Encoding.ASCII.GetBytes(Servers[profile].Host), Stage = rule.Stage });

        Assert.Equal((rule.Says, Servers[profile].Provider), (reading.RuleId, reading.Provider.Id));
        foreach (var (name, value) in TestWorld.Knowledge.ExtractValues(logged, reading))
            if (Values.Of(name) is { } own) Assert.Equal((name, own), (name, value));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_reply_fits_its_stage(string profile, int number)
    {
        var rule = ProfileBook.Read(profile).Rules[number];
        var reply = new ReplyFiller(TestWorld.Knowledge).Make(rule.Says, rule.Sample, Values);

        Assert.InRange(reply.Code, 400, 599);
        Assert.All(reply.Lines, line => Assert.DoesNotContain(line, c => c is < ' ' or > '~'));
    }

    [Theory]
    [InlineData("550-5.7.1 one two 550-5.7.1 three 550 5.7.1 four", 550, "5.7.1", "one two|three|four")]
    [InlineData("550-no status 550-at all 550 here", 550, "", "no status|at all|here")]
    [InlineData("421 4.7.0 see error 421 here", 421, "4.7.0", "see error 421 here")]
    [InlineData("550 5.1.1 <a@550 b> unknown", 550, "5.1.1", "<a@550 b> unknown")]
    public void A_logged_reply_is_taken_apart_into_its_lines(string logged, int code, string status, string lines)
    {
        var reply = ReplyFiller.ReplyOf(logged);

        Assert.Equal((code, status, lines), reply is null ? default : (reply.Code, reply.Status.IsNone ? "" : reply.Status.ToString(), string.Join('|', reply.Lines)));
    }

    private static string Logged(Reply reply)
    {
        var status = reply.Status.IsNone ? "" : $"{reply.Status} ";
        return string.Join(' ', reply.Lines.Select((line, number) => $"{reply.Code}{(number == reply.Lines.Count - 1 ? ' ' : '-')}{status}{line}"));
    }
}
