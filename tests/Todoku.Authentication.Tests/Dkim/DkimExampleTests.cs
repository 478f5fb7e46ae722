using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>The keys, message and signature of RFC 8463, appendix A.</summary>
public sealed class DkimExampleTests
{
    private const string Message = "From: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\nSubject: Is dinner ready?\r\n"
        + "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\nMessage-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\n"
        + "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

    private const string Tags = "v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n"
        + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n"
        + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=";

    private const string Signature = "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";

    [Fact]
    public async Task The_signature_of_the_example_verifies()
    {
        var zone = new KeyZone().Add("brisbane._domainkey.football.example.com", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");

        var verification = await Mails.VerifyAsync($"DKIM-Signature: {Tags};\r\n b={Signature}\r\n{Message}", zone);

        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    [Fact]
    public void Its_private_key_gives_its_public_key()
    {
        using var key = PrivateKey.Read("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=", out _);

        Assert.Equal("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", Convert.ToBase64String(key!.PublicKeyOctets()));
    }
}
