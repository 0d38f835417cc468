using Atkaruu.Data;
using Atkaruu.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.People;

/// <summary>How the first person gets in: by a link that only whoever starts the program sees.</summary>
public static class FirstAdministrator
{
    /// <summary>The token of a new link, while there is nobody; the links of earlier starts open nothing any more.</summary>
    public static async Task<string?> OfferAsync(Db db, TimeProvider clock, CancellationToken stop = default)
    {
        if (await db.People.AnyAsync(stop)) return null;
        db.RemoveRange(await db.Invitations.Where(i => i.PersonId == null).ToListAsync(stop));
        var (invitation, token) = Invitation.Make(null, clock.Now(), Invitation.FirstLasts);
        db.Add(invitation);
        await db.SaveChangesAsync(stop);
        return token;
    }
}
