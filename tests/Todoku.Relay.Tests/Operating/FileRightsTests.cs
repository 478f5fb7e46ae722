using Todoku.Relay.Operating;

namespace Todoku.Relay.Tests.Operating;

public sealed class FileRightsTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Owner, 12345, 12345, false)]
    [InlineData(Owner | UnixFileMode.GroupRead, 12345, 12345, false)]
    [InlineData(Owner | UnixFileMode.OtherRead, 12345, 12345, true)]
    public void Others_read_what_the_mode_gives_them(UnixFileMode mode, uint user, uint group, bool canRead)
    {
        var file = _folder.Write("file", "");
        File.SetUnixFileMode(file, mode);
        File.SetUnixFileMode(_folder.Path, Owner | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        Assert.Equal(canRead, FileRights.CanRead(file, new UserAccount("nobody-of-that-name", user, group)));
    }

    [Fact]
    public void A_folder_above_that_is_closed_closes_the_file()
    {
        var file = _folder.Write("file", "");
        File.SetUnixFileMode(file, Owner | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder.Path, Owner | UnixFileMode.UserExecute);

        Assert.False(FileRights.CanRead(file, new UserAccount("nobody-of-that-name", 12345, 12345)));
    }

    [Fact]
    public void The_owner_is_judged_as_owner()
    {
        var file = _folder.Write("file", "");
        var (user, group) = Assert.IsType<(uint, uint)>(FileRights.OwnerOf(file));
        Assert.SkipWhen(user == 0, "root may do everything, whatever the mode says");
        File.SetUnixFileMode(file, UnixFileMode.OtherRead);

        Assert.False(FileRights.CanRead(file, new UserAccount("nobody-of-that-name", user, group)));
        Assert.True(FileRights.CanWriteFolder(_folder.Path, new UserAccount("nobody-of-that-name", user, group)));
    }

    [Fact]
    public void A_file_that_replaces_another_stays_its_owners()
    {
        Assert.SkipUnless(UserAccount.IsRoot, "only root can give files away");
        var file = _folder.Write("file", "");
        Assert.True(FileRights.TrySetOwner(file, 12345, 23456));

        AtomicFile.Write(file, "new", Owner);

        Assert.Equal((12345u, 23456u), FileRights.OwnerOf(file));
        AtomicFile.Write(Path.Combine(_folder.Path, "other"), "new", Owner, new UserAccount("x", 34567, 45678));
        Assert.Equal((34567u, 45678u), FileRights.OwnerOf(Path.Combine(_folder.Path, "other")));
    }
}
