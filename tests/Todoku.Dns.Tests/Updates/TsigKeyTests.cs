using Todoku.Dns.Updates;

namespace Todoku.Dns.Tests.Updates;

/// <summary>Files of keys.</summary>
public sealed class TsigKeyTests
{
    [Theory]
    [InlineData("key \"Todoku.Example\" {\n\talgorithm hmac-sha256;\n\tsecret \"c2VjcmV0\";\n};\n")]
    [InlineData("key todoku.example. { algorithm HMAC-SHA256; secret c2VjcmV0; };")]
    [InlineData("hmac-sha256:todoku.example:c2VjcmV0\n")]
    public void Reads_what_servers_tools_write(string text)
    {
        Assert.True(TsigKey.TryParse(text, out var key));
        Assert.Equal(("todoku.example", "secret"), (key.Name.ToString(), System.Text.Encoding.ASCII.GetString(key.Secret)));
        Assert.DoesNotContain("c2V", key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("key x { secret \"c2VjcmV0\"; };")]
    [InlineData("key x { algorithm hmac-md5; secret \"c2VjcmV0\"; };")]
    [InlineData("hmac-sha256:x:not base64")]
    [InlineData("hmac-sha256:x:")]
    public void Refuses_what_is_no_key(string text) => Assert.False(TsigKey.TryParse(text, out _));
}
