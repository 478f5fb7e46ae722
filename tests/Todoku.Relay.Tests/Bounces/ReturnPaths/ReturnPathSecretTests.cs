using Todoku.Relay.Bounces.ReturnPaths;

namespace Todoku.Relay.Tests.Bounces.ReturnPaths;

public sealed class ReturnPathSecretTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("todoku").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Makes_a_secret_once_and_for_its_owner_alone()
    {
        var path = Path.Combine(_folder, "bounces.secret");

        var made = ReturnPathSecret.ReadOrMake(path);

        Assert.Equal(32, Assert.Single(made).Length);
        Assert.Equal(made[0].ToArray(), ReturnPathSecret.ReadOrMake(path)[0].ToArray());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Reads_the_new_one_before_the_old_one()
    {
        var path = Path.Combine(_folder, "bounces.secret");
        File.WriteAllText(path, $"# since May\n{Convert.ToBase64String(new byte[16])}\n\n{Convert.ToBase64String(Enumerable.Repeat((byte)1, 20).ToArray())}\n");

        Assert.Equal([16, 20], ReturnPathSecret.ReadOrMake(path).Select(secret => secret.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("c2hvcnQ=\n")]
    [InlineData("no base64!\n")]
    public void Refuses_what_is_no_secret(string text)
    {
        var path = Path.Combine(_folder, "bounces.secret");
        File.WriteAllText(path, text);

        Assert.Throws<FormatException>(() => ReturnPathSecret.ReadOrMake(path));
    }
}
