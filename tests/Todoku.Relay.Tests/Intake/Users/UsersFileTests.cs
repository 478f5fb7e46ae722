using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Intake.Users;
using Todoku.Smtp.Server.Authentication;

namespace Todoku.Relay.Tests.Intake.Users;

public sealed class UsersFileTests : IDisposable
{
    private static readonly ScramCredential Secret = ScramCredential.Create("secret", "0123456789abcdef"u8, 16);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _told = [];

    private string File => Path.Combine(_folder.Path, "users");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_users_for_nobody_else_to_read()
    {
        var users = UsersFile.Empty;
        users.Set("www", Secret);
        users.Set("app@example.com", Secret);
        Assert.True(users.Remove("www"));
        Assert.False(users.Remove("www"));
        users.Write(File);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
        Assert.True(Assert.Single(UsersFile.Read(File).Users, user => user.Key == "app@example.com").Value.Matches("secret"));
    }

    [Fact]
    public void Writes_through_a_link()
    {
        var real = _folder.Write("real", "");
        System.IO.File.CreateSymbolicLink(File, real);
        var users = UsersFile.Empty;
        users.Set("www", Secret);

        users.Write(File);

        Assert.NotNull(new FileInfo(File).LinkTarget);
        Assert.Single(UsersFile.Read(real).Users);
    }

    [Theory]
    [InlineData("www")]
    [InlineData("www:secret")]
    [InlineData(":SCRAM")]
    public void Names_the_line_that_is_wrong(string line)
    {
        _folder.Write("users", $"# users\n\n{line}\n");

        Assert.Contains(":3:", Assert.Throws<FormatException>(() => UsersFile.Read(File)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b", false)]
    [InlineData("#a", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    [InlineData("日本", true)]
    public void Knows_names_that_the_file_can_hold(string name, bool isName) => Assert.Equal(isName, UsersFile.IsName(name));

    [Fact]
    public async Task Takes_up_changes_while_it_runs_and_keeps_the_old_users_when_the_file_is_broken()
    {
        var file = UsersFile.Empty;
        file.Set("www", Secret);
        file.Write(File);
        var users = new FileUsers(File, _told.Add, _time);
        Assert.NotNull(await users.FindAsync("www", CancellationToken.None));

        file.Set("app", Secret);
        file.Write(File);
        Assert.Null(await users.FindAsync("app", CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await users.FindAsync("app", CancellationToken.None));

        System.IO.File.WriteAllText(File, "nonsense");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await users.FindAsync("app", CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await users.FindAsync("app", CancellationToken.None));
        Assert.Contains(":1:", Assert.Single(_told), StringComparison.Ordinal);
    }
}
