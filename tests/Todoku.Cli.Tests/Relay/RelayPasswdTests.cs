using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Relay.Intake.Users;

namespace Todoku.Cli.Tests.Relay;

public sealed class RelayPasswdTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RelayPasswdTests() => _folder.Write("relay.toml", """
        [relay]
        host-name = "mail.example.com"
        users = "users"
        data = "data"
        [[listen]]
        address = "127.0.0.1:25"
        role = "trusted"
        trusted = ["127.0.0.1"]
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takes_the_password_from_standard_input()
    {
        Assert.Equal(ExitStatus.Fine, Piped("correct horse\nnot this\n", "www", out _));

        Assert.True(UsersFile.Read(_folder["users"]).Users["www"].Matches("correct horse"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["users"]));
    }

    [Fact]
    public void Asks_twice_on_a_terminal_and_shows_nothing()
    {
        var (status, console) = Typed("correct hoarse\b\b\b\brse\rcorrect horse\r", "www");

        Assert.Equal(ExitStatus.Fine, status);
        Assert.True(UsersFile.Read(_folder["users"]).Users["www"].Matches("correct horse"));
        Assert.DoesNotContain("horse", console.Error + console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct horse\rcorrect house\r", "not the same")]
    [InlineData("short\r", "fewer than 8")]
    public void Changes_nothing_when_the_password_will_not_do(string keys, string words)
    {
        var (status, console) = Typed(keys, "www");

        Assert.Equal(ExitStatus.Unreadable, status);
        Assert.Contains(words, console.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["users"]));
    }

    [Fact]
    public void Ctrl_C_leaves_everything_as_it_is()
    {
        Assert.Equal(ExitStatus.Interrupted, Typed("corr\u0003", "www").Status);
        Assert.False(File.Exists(_folder["users"]));
    }

    [Fact]
    public void Lists_and_deletes()
    {
        Piped("correct horse", "www", out _);
        Piped("correct horse", "app@example.com", out _);

        Assert.Equal(ExitStatus.Fine, Piped("", "--list", out var list));
        Assert.Equal("app@example.com\nwww\n", list.Output);
        Assert.Equal(ExitStatus.Fine, Run(new TestConsole(), "www", "--delete"));
        Assert.Equal(ExitStatus.Unreadable, Run(new TestConsole(), "www", "--delete"));
        Assert.Equal(["app@example.com"], UsersFile.Read(_folder["users"]).Users.Keys);
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a b")]
    public void Refuses_names_that_the_file_can_not_hold(string name) => Assert.Equal(ExitStatus.WrongArguments, Piped("correct horse", name, out _));

    [Fact]
    public void Wants_a_file_to_be_named()
    {
        _folder.Write("relay.toml", File.ReadAllText(_folder["relay.toml"]).Replace("users =", "#users =", StringComparison.Ordinal));

        Assert.Equal(ExitStatus.Unreadable, Piped("correct horse", "www", out var console));
        Assert.Contains("users = \"/etc/todoku/users\"", console.Error, StringComparison.Ordinal);
    }

    private int Piped(string input, string argument, out TestConsole console)
    {
        console = new TestConsole { Input = Encoding.UTF8.GetBytes(input), InputKind = StreamKind.Pipe };
        return Run(console, argument);
    }

    private (int Status, TestConsole Console) Typed(string keys, string name)
    {
        var next = 0;
        var console = new TestConsole { InputKind = StreamKind.Terminal, ReadKey = () => Key(keys[next++]) };
        return (Run(console, name), console);
    }

    private static ConsoleKeyInfo Key(char c) => c switch
    {
        '\r' => new ConsoleKeyInfo(c, ConsoleKey.Enter, false, false, false),
        '\b' => new ConsoleKeyInfo(c, ConsoleKey.Backspace, false, false, false),
        '\u0003' => new ConsoleKeyInfo(c, ConsoleKey.C, false, false, true),
        _ => new ConsoleKeyInfo(c, default, false, false, false),
    };

    private int Run(TestConsole console, params string[] arguments) => console.Run(["relay", "passwd", .. arguments, "--config", _folder["relay.toml"], "--lang", "en"]);
}
