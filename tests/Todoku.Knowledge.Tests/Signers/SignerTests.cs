using Todoku.Mail;

namespace Todoku.Knowledge.Tests.Signers;

/// <summary>Who signs with which selectors, from the file to the program.</summary>
public sealed class SignerTests
{
    [Fact]
    public void Reads_a_signer()
    {
        var signer = Assert.Single(TestKnowledge.Of(("signers.toml", """
            [[signer]]
            id = "x"
            name = "X Mail"
            mx = ["MX.example.net"]
            spf = ["_spf.example.net", "spf.example.org"]
            selectors = ["x1", "x2"]
            source = "https://example.net/"
            date = "2026-11"
            """)).Signers);

        Assert.Equal(("x", "X Mail"), (signer.Id, signer.Name));
        Assert.Equal(["mx.example.net"], signer.MxDomains);
        Assert.Equal(["_spf.example.net", "spf.example.org"], signer.SpfDomains);
        Assert.Equal(["x1", "x2"], signer.Selectors);
    }

    [Fact]
    public void Ours_are_there_and_none_claims_a_name_of_another()
    {
        var signers = TestKnowledge.Embedded.Signers;
        var names = signers.SelectMany(signer => signer.MxDomains.Concat(signer.SpfDomains).Distinct().Select(name => (signer.Id, Name: DomainName.Parse(name)))).ToArray();

        Assert.Contains(signers, signer => signer is { Id: "microsoft", Selectors: ["selector1", "selector2"] });
        Assert.DoesNotContain(names, one => names.Any(other => other.Id != one.Id && other.Name.IsWithin(one.Name)));
    }
}
