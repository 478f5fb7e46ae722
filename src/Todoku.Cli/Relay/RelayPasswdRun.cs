using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Relay.Configuration;
using Todoku.Relay.Intake.Users;
using Todoku.Relay.Operating;
using Todoku.Smtp.Server.Authentication;

namespace Todoku.Cli.Relay;

/// <summary>Changes the file of those who may submit mail.</summary>
internal sealed class RelayPasswdRun(CliConsole console, CliTexts texts, string config)
{
    private const int LeastLength = 8;

    /// <summary>Sets the password of a user, who may be new.</summary>
    public int Set(string name)
    {
        if (!UsersFile.IsName(name)) throw new UsageException(texts.Relay.BadUser(name), CommandExamples.RelayPasswd);
        var (path, owner) = Place();
        var users = Read(path);
        var prompt = new PasswordPrompt(console);
        var password = prompt.Ask(texts.Relay.Password(name));
        if (password.Length < LeastLength) throw new UnreadableException(texts.Relay.ShortPassword(LeastLength));
        if (prompt.IsTerminal && prompt.Ask(texts.Relay.PasswordAgain) != password) throw new UnreadableException(texts.Relay.OtherPassword);
        var isNew = !users.Users.ContainsKey(name);
        users.Set(name, ScramCredential.Create(password));
        if (Path.GetDirectoryName(path) is { } folder) Directory.CreateDirectory(folder);
        users.Write(path, owner);
        console.Write($"{(isNew ? texts.Relay.UserAdded(name, path) : texts.Relay.PasswordChanged(name, path))}\n");
        return ExitStatus.Fine;
    }

    /// <summary>Takes a user out.</summary>
    public int Delete(string name)
    {
        var (path, owner) = Place();
        var users = Read(path);
        if (!users.Remove(name)) throw new UnreadableException(texts.Relay.UnknownUser(name, path));
        users.Write(path, owner);
        console.Write($"{texts.Relay.UserDeleted(name, path)}\n");
        return ExitStatus.Fine;
    }

    /// <summary>Prints the names.</summary>
    public int List()
    {
        foreach (var name in Read(Place().Path).Users.Keys) console.Write($"{name}\n");
        return ExitStatus.Fine;
    }

    private UsersFile Read(string path)
    {
        try
        {
            return File.Exists(path) ? UsersFile.Read(path) : UsersFile.Empty;
        }
        catch (FormatException error)
        {
            throw new UnreadableException(texts.Relay.BrokenUsers(error.Message));
        }
    }

    // The file is for who the relay runs as: the user of the configuration, else whoever owns its data.
    private (string Path, UserAccount? Owner) Place()
    {
        switch (ConfigurationReader.Read(config, texts.Language, checksFiles: false))
        {
            case ConfigurationOutcome.Invalid invalid:
                throw new UnreadableException(string.Join('\n', invalid.Problems));
            case ConfigurationOutcome.Valid { Configuration: var configuration }:
                var path = configuration.UsersFile ?? throw new UnreadableException(texts.Relay.NoUsersFile(config));
                var owner = configuration.User is { } user ? UserAccount.Find(user)
                    : FileRights.OwnerOf(configuration.DataFolder) is var (userId, groupId) ? new UserAccount("", userId, groupId) : null;
                return (path, owner);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
