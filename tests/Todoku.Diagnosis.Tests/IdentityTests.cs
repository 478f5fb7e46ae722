namespace Todoku.Diagnosis.Tests;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("web1.hosting.example", "web1.hosting.example", "")]
    [InlineData("web1", "web1.hosting.example", "")]
    [InlineData("web1.hosting.example", "customer.example", "customer.example")]
    [InlineData("web1", "web10.hosting.example", "web10.hosting.example")]
    [InlineData("", "customer.example", "customer.example")]
    [InlineData("web1", "<>", "")]
    public void Records_are_published_in_a_domain_of_the_senders_only(string host, string envelope, string expected) =>
        Assert.Equal(expected, new Identity { Host = host, EnvelopeDomain = envelope }.RecordDomain);
}
