using System.Net;

namespace Todoku.Dns.Tests;

public sealed class DnsAnswerTests
{
    [Fact]
    public void An_answer_without_aliases_has_an_empty_list()
    {
        var answer = new DnsAnswer.Found([new DnsRecord.Address(IPAddress.Loopback)], TimeSpan.FromMinutes(5));

        Assert.Empty(answer.Aliases);
        Assert.False(answer.IsAuthenticated);
    }
}
